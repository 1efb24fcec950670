const fc = require('fast-check')

// One seed for the whole run, printed by test.mjs; SEED=… repeats a run.
const seed = Number(process.env.SEED)
if (Number.isInteger(seed)) fc.configureGlobal({ seed })
