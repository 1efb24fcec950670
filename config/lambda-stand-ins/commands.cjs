// The commands that ElectroDB sends, as lib-dynamodb.mjs fills them in. ElectroDB is CommonJS, and of what it requires by itself
// esbuild can leave nothing out: it would bring every command of DynamoDB with it, 60 KB.
module.exports = {}
