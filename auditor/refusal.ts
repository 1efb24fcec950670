/** Why a command goes no further, in the words that it prints. */
export class Refusal extends Error {}

/** What `work` gives, or `words` with the reason behind them where it throws. */
export async function orRefuse<T>(words: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal(words, { cause })
  }
}
