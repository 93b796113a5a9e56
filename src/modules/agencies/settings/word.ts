import type { Work } from '#platform/db'
import { readSetting } from './readSetting.ts'
import { usualWords, type Word } from './words.ts'

const known = new WeakMap<Work, Promise<Readonly<Partial<Record<Word, string>>>>>()

/** The authority's own word for something, such as "children we care for"; read once in a transaction. */
export async function word(work: Work, key: Word): Promise<string> {
  const chosen = known.get(work) ?? readSetting(work, 'display.words')
  known.set(work, chosen)
  return (await chosen)[key] ?? usualWords[key]
}
