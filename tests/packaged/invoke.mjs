// Plays Lambda for one function: imports the module that stands in the first argument and hands it the events that come by IPC.
const { handler } = await import(process.argv[2])
const context = { functionName: 'packaged', awsRequestId: 'packaged', getRemainingTimeInMillis: () => 60_000 }
process.on('message', async ({ event }) => {
  try {
    process.send({ result: (await handler(event, context)) ?? null })
  } catch (error) {
    process.send({ error: String(error) })
  }
})
process.send({ ready: true })
