import { createInterface } from 'node:readline/promises'

/** What is typed in answer to a question. */
export async function answerOf(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}

/** Clears the terminal and what could be scrolled back to. */
export const clearScreen = () => void process.stdout.write('\u001b[2J\u001b[3J\u001b[H')

/** Asks for the shares one by one; nothing where nobody sits at the keyboard. */
export function typedShare(): ((nth: number) => Promise<string>) | undefined {
  if (!process.stdin.isTTY) return undefined
  return async (nth) => {
    const text = await answerOf(`请输入第 ${nth} 份密钥份额(没有了就直接按回车):`)
    clearScreen()
    return text
  }
}
