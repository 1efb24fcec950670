// Stands in for @aws-sdk/endpoint-cache in the bundles: the client makes one when it is made, for the discovery of endpoints, which is
// off unless it is asked for; the cache itself would add 8 KB.

export class EndpointCache {
  get = () => undefined
  has = () => false
}
