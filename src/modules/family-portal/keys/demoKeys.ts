import { hashWord } from '#platform/keys'
import { type DemoFamily, demoFamilies } from '../rules/demoFamilies.ts'
import { hashCardNumber } from './readableCode.ts'

/** What is kept of somebody's keys. */
export type KeptKeys = {
  readonly number: string
  readonly wordHash: string
  readonly cardHashes: readonly Buffer[]
}

/** The keys of the demonstration's five, as the portal keeps them. */
export async function demoKeys(): Promise<ReadonlyMap<DemoFamily['key'], KeptKeys>> {
  const kept = await Promise.all(
    demoFamilies.map(
      async ({ key, number, word, card }) =>
        [
          key,
          {
            number,
            wordHash: await hashWord(word),
            cardHashes: card.map(one => hashCardNumber(number, one)),
          },
        ] as const,
    ),
  )
  return new Map(kept)
}
