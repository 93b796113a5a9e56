import type { ServedFiles } from '#platform/files'

/** The authority's files. @throws when the server was built without a store, which is a fault of composition */
export function filesOf(visit: { readonly files?: ServedFiles }): ServedFiles {
  if (visit.files === undefined) throw new Error('This server keeps no files: give its authority a store')
  return visit.files
}
