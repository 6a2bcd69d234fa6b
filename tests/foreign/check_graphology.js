// Reads a GEXF or GraphML file with graphology's own readers and writes what they found as JSON:
//
//   NODE_PATH=node_modules node check_graphology.js FILE.gexf|FILE.graphml
const fs = require('fs');
const Graph = require('graphology');

const [file] = process.argv.slice(2);
const {parse} = require(file.endsWith('.gexf') ? 'graphology-gexf' : 'graphology-graphml');
const graph = parse(Graph, fs.readFileSync(file, 'utf8'));
process.stdout.write(JSON.stringify({
  nodes: graph.mapNodes((key, attributes) => ({key, attributes})),
  edges: graph.mapEdges((key, attributes, from, to) => ({attributes, from, to})),
}));
