import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** What a module has for the reader about one of the children with whom they work: "2 visits to hospital not read". */
export type News = { readonly text: string; readonly href: string }

/** One query for all of the reader's children; children without news are left out. */
export type ChildNews = (work: Work, personIds: readonly Uuid[]) => Promise<ReadonlyMap<Uuid, News>>
