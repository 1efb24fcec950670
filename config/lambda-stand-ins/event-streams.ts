// Stands in for @smithy/core/event-streams in the bundles: DynamoDB and Parameter Store answer no request by a stream of events, and
// what could read one would add 15 KB.

const none = () => {
  throw new Error('nothing here reads a stream of events')
}
export const EventStreamSerde = none
export const eventStreamSerdeProvider = none
