// Holds norn's answers against those of Kùzu or LadybugDB:
//
//   random_questions 2000 | NODE_PATH=node_modules node check_questions.js MODULE
//
// Rows in any order. Exit status 1 if an answer differs, or the engine refuses a question.
const readline = require('readline');

const [, , moduleName] = process.argv;
const engine = require(moduleName);

const plain = (value) => (typeof value === 'bigint' ? Number(value) : value);
const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort().join('\n');

async function main() {
  let alike = 0;
  const different = [];
  // One for all graphs: each takes terabytes of addresses.
  const connection = new engine.Connection(new engine.Database(':memory:', 256 << 20));
  connection.setMaxNumThreadForExec(1);
  let is_first = true;
  for await (const line of readline.createInterface({input: process.stdin})) {
    const {statements, questions} = JSON.parse(line);
    const drops = is_first ? [] : ['R', 'S', 'N'].map((table) => `DROP TABLE ${table}`);
    is_first = false;
    for (const drop of drops) await connection.query(drop);
    for (const statement of statements) await connection.query(statement);
    for (const {text, rows} of questions) {
      let found;
      try {
        const result = await connection.query(text);
        const names = await result.getColumnNames();
        found = (await result.getAll()).map((row) => names.map((name) => plain(row[name])));
      } catch (error) {
        different.push(`${text}\n  refused: ${error.message}`);
        continue;
      }
      if (sorted(found) === sorted(rows)) {
        ++alike;
      } else {
        different.push(`${text}\n  of ${statements.slice(3).join('; ')}\n  norn\n${sorted(rows)}\n` +
          `  ${moduleName}\n${sorted(found)}`);
      }
    }
  }
  console.log(`${alike} alike, ${different.length} not`);
  for (const question of different.slice(0, 5)) console.log(question);
  process.exit(different.length === 0 ? 0 : 1);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
