// dependency-cruiser over the tree. It reports success on no modules at all where it cannot read TypeScript, so the number is checked too.
import { cruise } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { readdirSync } from 'node:fs'

const folders = ['contract', 'ballot', 'src', 'office', 'functions', 'auditor']
const sources = folders.flatMap((folder) => readdirSync(folder, { recursive: true })).filter((file) => /(?<!\.d)\.tsx?$/.test(file)).length
const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs')
const { output } = await cruise(folders, options, undefined, { tsConfig: extractTSConfig('./tsconfig.json') })
const { violations, totalCruised } = output.summary

for (const { rule, from, to } of violations) console.log(`${rule.name}: ${from} → ${to}`)
console.log(`${totalCruised} modules cruised, ${sources} source files`)
if (totalCruised < sources) console.log('some source files were not cruised')
process.exit(violations.length || totalCruised < sources ? 1 : 0)
