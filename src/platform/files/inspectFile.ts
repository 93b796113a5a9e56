import { fileTypeFromBuffer } from 'file-type'
import { cleanFileName, endingOf } from './cleanFileName.ts'
import { sha256 } from './fileStore.ts'
import { type Archive, inspectArchive } from './inspectArchive.ts'
import { KINDS_TAKEN, type MediaType } from './mediaTypes.ts'
import { reencodeImage } from './reencodeImage.ts'

/** A file as it came. */
export type ReceivedFile = { readonly fileName: string; readonly bytes: Uint8Array }

/** A file fit to be stored. */
export type FitFile = {
  readonly mediaType: MediaType
  /** As the record shows it. */
  readonly fileName: string
  /** What is stored: a picture drawn anew, anything else as it came. */
  readonly bytes: Buffer
  readonly sha256: Buffer
  readonly originalSha256: Buffer
}

export type Inspected =
  | { readonly ok: true; readonly file: FitFile }
  /** A sentence that says what is wrong and what to do. */
  | { readonly ok: false; readonly why: string }

type Told = { readonly mediaType: MediaType } | { readonly why: string }

const PROGRAMS =
  /msdownload|x-elf|mach-binary|x-executable|x-sh|java-vm|wasm|x-msi|cab|x-apple-diskimage|bat|vnd\.android/
const PICTURES = new Set(['jpg', 'jpeg', 'png', 'gif', 'heic', 'webp', 'bmp', 'tif', 'tiff', 'svg'])
const TAKEN = `Choose a ${KINDS_TAKEN}.`

/** Decides by what a file holds, never by its name or by what the browser says, whether and as what it is kept. */
export async function inspectFile({ fileName, bytes }: ReceivedFile): Promise<Inspected> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.length === 0) return { ok: false, why: 'The file is empty. Check it, then choose it again.' }
  const told = await typeOf(fileName, content)
  if ('why' in told) return { ok: false, why: told.why }
  const { mediaType } = told
  const fitting = (stored: Buffer): Inspected => ({
    ok: true,
    file: {
      mediaType,
      fileName: cleanFileName(fileName, mediaType),
      bytes: stored,
      sha256: sha256(stored),
      originalSha256: sha256(content),
    },
  })
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return fitting(content)
  const drawn = await reencodeImage(content, mediaType)
  if (drawn.kind === 'picture') return fitting(drawn.bytes)
  return { ok: false, why: PICTURE_REFUSED[drawn.kind] }
}

const PICTURE_REFUSED = {
  too_many_pixels: 'The picture has more points than Kith can open. Save it smaller, then choose it again.',
  unreadable: 'The picture cannot be read. Open it, save it again as JPEG or PNG, then choose that file.',
} as const

async function typeOf(fileName: string, content: Buffer): Promise<Told> {
  if (content.subarray(0, 2).toString('latin1') === 'PK') return ofArchive(inspectArchive(content))
  const found = await fileTypeFromBuffer(content).catch(() => undefined)
  switch (found?.mime) {
    case undefined:
      return ofText(fileName, content)
    case 'application/pdf':
      return isAlsoArchive(content) ? { why: TWO_KINDS } : { mediaType: 'application/pdf' }
    case 'image/jpeg':
    case 'image/png':
      return { mediaType: found.mime }
    case 'image/apng':
      return { mediaType: 'image/png' }
    case 'image/heic':
    case 'image/heif':
      return {
        why: 'Pictures of the kind HEIC cannot be opened here. Save it as JPEG, then choose that file.',
      }
    default:
      return { why: PROGRAMS.test(found?.mime ?? '') ? programWords(fileName) : otherWords(found?.ext) }
  }
}

function ofArchive(archive: Archive): Told {
  switch (archive.kind) {
    case 'document':
      return { mediaType: archive.mediaType }
    case 'bomb':
      return {
        why: 'The file unpacks to far more than a document holds, so it was not opened. Save it as PDF, then choose that.',
      }
    case 'macros':
      return {
        why: 'The document holds macros, which are programs. Save it without them, or as PDF, then choose that file.',
      }
    case 'locked':
      return {
        why: 'The file is locked with a password, so it cannot be checked. Save it without one, then choose it again.',
      }
    default:
      return { why: `The file is an archive, not a document of Word or OpenDocument. ${TAKEN}` }
  }
}

const TWO_KINDS =
  'The file is a PDF and an archive in one, as harmful files are. Print it to a new PDF, then choose that file.'

/** An archive is read from its end, a PDF from its beginning: one file can be both. */
const isAlsoArchive = (content: Buffer): boolean =>
  content.subarray(-65_600).includes(Buffer.from('PK\x05\x06', 'latin1'))

/** Text has no mark of its own: it is taken when it is called so, and holds nothing that a browser or shell would run. */
function ofText(fileName: string, content: Buffer): Told {
  const isText = !content.some(byte => byte < 9 || (byte > 13 && byte < 32) || byte === 127)
  if (!isText) return { why: `What kind of file this is cannot be told. ${TAKEN}` }
  const start = content
    .subarray(0, 1_024)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('#!') || start.startsWith('@echo')) return { why: programWords(fileName) }
  if (/<(\?xml|!doctype|html|svg|script|\?php|iframe|body)/.test(start))
    return { why: otherWords('web page or drawing') }
  return endingOf(fileName) === 'txt' ? { mediaType: 'text/plain' } : { why: otherWords(undefined) }
}

const programWords = (fileName: string): string =>
  PICTURES.has(endingOf(fileName))
    ? 'The file is named as a picture, but it is a program. It was not kept. Do not open it, and tell your IT service where it came from.'
    : 'The file is a program. Programs are never kept: tell your IT service where it came from.'

const otherWords = (kind: string | undefined): string =>
  `Files of this kind${kind === undefined ? '' : ` (${kind})`} are not taken. ${TAKEN}`
