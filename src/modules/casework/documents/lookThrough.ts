import type { Work } from '#platform/db'
import { type FileStore, readApart, type Unread } from '#platform/files'
import { hitsIn } from '../letters/checkLetter.ts'
import type { PartHit } from './heldPart.ts'
import type { DocumentRow } from './readDocuments.ts'

/** What a file tells that must not be told, and why it could not be read where it could not. */
export type LookedThrough = { readonly hits: readonly PartHit[]; readonly unread: Unread | null }

/**
 * Looks for protected addresses, and for ways of contact marked unsafe, in everything that a stored file says: a mother's address
 * once reached the father inside a medical report (trust of the service, cases 1 and 2). The whole file, since pages of a part are not
 * told apart. The database answers, as it does for letters.
 */
export async function lookThrough(
  work: Work,
  store: FileStore,
  document: Pick<DocumentRow, 'id' | 'storedKey' | 'mediaType' | 'personIds' | 'title'>,
): Promise<LookedThrough> {
  const file = await store.get(document.id, document.storedKey)
  if (file.kind !== 'found')
    throw new Error(`The file of document ${document.id} is ${file.kind}: run "kith verify files"`)
  const { words, unread } = await readApart(document.mediaType, file.bytes)
  return { hits: await hitsIn(work, document.personIds, null, `${document.title}\n${words}`), unread }
}
