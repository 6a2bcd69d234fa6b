// Holds entities of FollowTheMoney, a JSON object a line, to the model of @alephdata/followthemoney:
// each schema and property is known, what is required is there, and what refers to an entity refers
// to one of the file whose schema fits.
//
//   NORN_FOREIGN_MODULES=DIR node check_ftm.js FILE
"use strict";
const fs = require("fs");
const path = require("path");
const { Model, defaultModel } =
  require(path.join(process.env.NORN_FOREIGN_MODULES, "@alephdata/followthemoney"));

const model = new Model(defaultModel);
const lines = fs.readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean).map(JSON.parse);
const byId = new Map(lines.map((line) => [line.id, line]));
let wrong = 0;
const complain = (line, text) => { wrong += 1; console.error(line.id + " " + line.schema + ": " + text); };

for (const line of lines) {
  const entity = model.getEntity(line);
  for (const name of entity.schema.required || []) {
    if (!(line.properties[name] || []).length) complain(line, name + " is required");
  }
  for (const [name, values] of Object.entries(line.properties)) {
    const property = entity.schema.getProperty(name);
    if (!property) { complain(line, "no property " + name); continue; }
    if (property.stub) complain(line, name + " is a stub");
    for (const value of values) {
      if (property.type.name === "date" && !/^\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$/.test(value)) {
        complain(line, name + " is no date: " + value);
      }
      if (property.type.name !== "entity") continue;
      const other = byId.get(value);
      if (!other) complain(line, name + " refers to nothing: " + value);
      else if (!model.getSchema(other.schema).isA(property.getRange())) {
        complain(line, name + " refers to a " + other.schema);
      }
    }
  }
}
console.log(lines.length + " entities, " + wrong + " wrong");
process.exit(wrong ? 1 : 0);
