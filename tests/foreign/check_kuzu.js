// Runs the statements of a file in Kùzu or LadybugDB and writes what is there then, as JSON:
//
//   NODE_PATH=node_modules node check_kuzu.js MODULE FILE.cypher
//
// Paths in the statements are those of the file's folder.
const fs = require('fs');
const path = require('path');

const [, , moduleName, file] = process.argv;
const engine = require(moduleName);

async function main() {
  const statements = fs.readFileSync(file, 'utf8');
  process.chdir(path.dirname(path.resolve(file)));
  const connection = new engine.Connection(new engine.Database(':memory:'));
  if (statements.trim() !== '') await connection.query(statements);
  const rows = async (query) => (await connection.query(query)).getAll();
  const nodes = await rows('MATCH (n) RETURN n.id AS id, n.labels AS labels, n AS node');
  const edges = await rows(
    'MATCH (a)-[r]->(b) RETURN a.id AS source, b.id AS target, r.key AS key, r AS edge');
  process.stdout.write(JSON.stringify({nodes, edges}, (name, value) =>
    typeof value === 'bigint' ? Number(value) : value));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
