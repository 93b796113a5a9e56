import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileStyles } from './compileStyles.ts'
import { packageFile } from './packagePlaces.ts'
import { themeStyles } from './themeStyles.ts'

/** One file for browsers. */
export interface AssetFile {
  /** Where it is served: `/assets/<hash>/<name>`. */
  readonly path: string
  readonly contentType: string
  readonly body: Buffer
}

/** All files for browsers, under one folder whose name changes when any of them does. */
export interface AssetFiles {
  /** What pages put before a file's name: `/assets/<hash>`. */
  readonly assetPath: string
  readonly files: readonly AssetFile[]
}

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

const ourScripts = [
  'start',
  'autosave',
  'saving',
  'formFields',
  'keepOnFailure',
  'lookForSame',
  'liveList',
  'meetingRoom',
  'printProgress',
  'leave',
  'invitation',
]

/** The images that MoJ's stylesheet names. */
const images = [
  'icon-close-cross-black.svg',
  'icon-document.svg',
  'icon-tag-remove-cross.svg',
  'icon-tag-remove-cross-white.svg',
  'icon-toggle-plus-minus.svg',
]

const own = (path: string): Buffer => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)))

// The packages' maps are not served, so browsers are not sent looking for them.
const withoutMap = (path: string): Buffer =>
  Buffer.from(readFileSync(path, 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, ''))

function packageScripts(): [string, Buffer][] {
  return [
    ['govuk-frontend.js', withoutMap(packageFile('govuk-frontend', 'dist/govuk/govuk-frontend.min.js'))],
    ['moj-frontend.js', withoutMap(packageFile('@ministryofjustice/frontend', 'moj/moj-frontend.min.js'))],
  ]
}

const image = (name: string): [string, Buffer] => [
  name,
  readFileSync(packageFile('@ministryofjustice/frontend', `moj/assets/images/${basename(name)}`)),
]

function bodies(colours: Readonly<Record<string, string>>): [string, Buffer][] {
  return [
    ['kith.css', Buffer.from(compileStyles())],
    ...Object.entries(colours).map(([name, colour]): [string, Buffer] => [
      `theme-${name}.css`,
      Buffer.from(themeStyles(colour)),
    ]),
    ...packageScripts(),
    ...ourScripts.map((name): [string, Buffer] => [`${name}.js`, own(`scripts/${name}.js`)]),
    ...images.map(image),
    ['favicon.svg', own('theme/favicon.svg')],
  ]
}

/**
 * Gathers everything that browsers load, to be made once at start and held in memory. The folder's name is a
 * hash over all of it, so that every answer may be cached for good and relative imports still find each other.
 * @param colours the colour (#rrggbb) of each council served, by the name its pages ask for as `theme-<name>.css`
 * @throws RangeError when a colour is too light for white words on it
 */
export function assetFiles(colours: Readonly<Record<string, string>> = {}): AssetFiles {
  const named = bodies(colours)
  const hash = createHash('sha256')
  for (const [name, body] of named) hash.update(name).update('\0').update(body).update('\0')
  const assetPath = `/assets/${hash.digest('hex').slice(0, 16)}`
  const files = named.map(([name, body]) => ({
    path: `${assetPath}/${name}`,
    contentType: contentTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    body,
  }))
  return { assetPath, files }
}
