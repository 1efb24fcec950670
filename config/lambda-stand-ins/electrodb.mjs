// Stands in for electrodb in the bundles: entities alone, without services, transactions and conversions, which nothing here
// uses and which would add 25 KB.
export { Entity } from '../../node_modules/electrodb/src/entity'
export { ElectroError } from '../../node_modules/electrodb/src/errors'
export { CustomAttributeType } from '../../node_modules/electrodb/src/schema'
