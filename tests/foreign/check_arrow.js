// Reads an Arrow IPC file with Apache Arrow's own reader and writes its rows as JSON:
//
//   NODE_PATH=node_modules node check_arrow.js FILE.arrow
const fs = require('fs');
const {tableFromIPC} = require('apache-arrow');

const table = tableFromIPC(fs.readFileSync(process.argv[2]));
const rows = table.toArray().map((row) => row.toJSON());
process.stdout.write(JSON.stringify({columns: table.schema.fields.map(String), rows}, (name, value) =>
  typeof value === 'bigint' ? Number(value) : value));
