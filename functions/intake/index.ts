export { boxOpenings } from './box-openings'
export { lookups } from './lookups'
export { routes as intakeRoutes } from './routes'
