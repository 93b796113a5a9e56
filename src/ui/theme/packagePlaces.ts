import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folderOf = (manifest: string): string => dirname(fileURLToPath(import.meta.resolve(manifest)))

/** Where the installed packages keep their sources: folders on this machine's disk. */
export const packagePlaces = {
  'govuk-frontend': folderOf('govuk-frontend/package.json'),
  '@ministryofjustice/frontend': folderOf('@ministryofjustice/frontend/package.json'),
} as const

/** Path of a file inside one of the packages. */
export function packageFile(name: keyof typeof packagePlaces, path: string): string {
  return join(packagePlaces[name], path)
}
