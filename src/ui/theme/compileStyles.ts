import { fileURLToPath, pathToFileURL } from 'node:url'
import { compile, type FileImporter, type Logger } from 'sass'
import { packagePlaces } from './packagePlaces.ts'

const entry = fileURLToPath(new URL('../styles/kith.scss', import.meta.url))

// MoJ's Sass names its neighbour as node_modules/govuk-frontend/..., which is only right where nothing is hoisted.
const fromPackages: FileImporter<'sync'> = {
  findFileUrl(url) {
    const bare = url.replace(/^node_modules\//, '')
    for (const [name, place] of Object.entries(packagePlaces)) {
      if (bare.startsWith(`${name}/`)) return new URL(pathToFileURL(place) + bare.slice(name.length))
    }
    return null
  },
}

// Deprecations inside the packages are theirs to mend; a warning about our own styles is a mistake of ours.
const logger: Logger = {
  warn(message, { stack }) {
    if (!stack?.includes('node_modules')) throw new Error(`${message}\n${stack ?? ''}`)
  },
}

/**
 * Compiles every style of the service into one text: GOV.UK Frontend and MoJ Frontend from their packages'
 * sources, in Arial and without the crown, and our own. Takes one to two seconds: call it once, at start.
 * Images are named relative to the stylesheet.
 */
export function compileStyles(): string {
  const { css } = compile(entry, { importers: [fromPackages], style: 'compressed', quietDeps: true, logger })
  return css
}
