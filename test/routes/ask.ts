import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Visitor } from '#test/signIn.ts'
import { toldBy } from './sameAnswer.ts'
import { counting } from './statements.ts'
import { wholeAnswer } from './wholeAnswer.ts'

/** One answer and what it took. */
export type Answer = {
  readonly status: number
  readonly body: string
  /** Searchable: headers, body, and what is packed in a file. */
  readonly whole: string
  /** Comparable: the whole answer without its keys and ids. */
  readonly told: string
  readonly statements: number
  readonly correlations: ReadonlySet<string>
}

/** Asks for an address as somebody who is signed in, or as nobody. */
export async function ask(server: FastifyInstance, visitor: Visitor | null, url: string): Promise<Answer> {
  const { result, statements, correlations } = await counting<LightMyRequestResponse>(async () =>
    visitor === null ? server.inject({ url, headers: { host: 'localhost' } }) : visitor.get(url),
  )
  const { statusCode: status, body } = result
  return { status, body, whole: wholeAnswer(result), told: toldBy(result), statements, correlations }
}

/** Runs work on every item, so many at once, in the order given. */
export async function atOnce<T>(
  items: readonly T[],
  howMany: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values()
  const lanes = Array.from({ length: howMany }, async () => {
    for (const item of waiting) await work(item)
  })
  await Promise.all(lanes)
}
