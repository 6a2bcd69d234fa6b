// Reads JSON-LD with npm's jsonld, without a network, and writes the statements as N-Quads:
//
//   NODE_PATH=node_modules node check_jsonld.js FILE.jsonld
const fs = require('fs');
const jsonld = require('jsonld');

const documentLoader = (url) => { throw new Error(`${url} would be fetched`); };
jsonld.toRDF(JSON.parse(fs.readFileSync(process.argv[2], 'utf8')),
             {documentLoader, format: 'application/n-quads', safe: true})
    .then((quads) => process.stdout.write(quads),
          (error) => { console.error(error); process.exitCode = 1; });
