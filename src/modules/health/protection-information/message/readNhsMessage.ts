import { parseUuid, type Uuid } from '#platform/ids'
import { type FileCode, fileCodes, type RecordCode, recordCodes } from '../rules/codes.ts'
import { oids } from './uploadFile.ts'
import { all, type Element, said, xmlTree } from './xmlTree.ts'

/** 02: what the NHS made of a file. */
export type Acknowledgement = {
  readonly kind: '02'
  /** Null when the NHS could not read it (-1). */
  readonly sequence: number | null
  readonly code: FileCode
  readonly detail: string | null
  readonly lines: readonly {
    readonly id: Uuid
    readonly code: RecordCode
    readonly detail: string | null
  }[]
}
/** 05: records that were opened in unscheduled care. It may hold none. */
export type AccessNotice = {
  readonly kind: '05'
  readonly notice: string
  readonly openings: readonly {
    readonly nhsNumber: string
    readonly openedAt: Temporal.Instant
    readonly by: string | null
    readonly role: string | null
    readonly organisation: string | null
  }[]
}
/** 06: numbers that are no longer in use. */
export type InactiveNumbers = { readonly kind: '06'; readonly numbers: readonly string[] }
export type NhsMessage = Acknowledgement | AccessNotice | InactiveNumbers

/** Reads what the NHS sends; null for anything that is not one of its three messages. */
export function readNhsMessage(bytes: Uint8Array): NhsMessage | null {
  const root = xmlTree(bytes)
  switch (root?.name) {
    case 'REPC_MT000003GB01':
      return acknowledgement(root)
    case 'REPC_MT000004GB01':
      return accessNotice(root)
    case 'REPC_MT000005GB01':
      return { kind: '06', numbers: [...new Set(nhsNumbers(root))] }
    default:
      return null
  }
}

function acknowledgement(root: Element): Acknowledgement | null {
  const sequence = Number(said(all(root, 'sequenceNumber')[0], 'extension') ?? Number.NaN)
  const code = fileCodes.find(one => one === said(all(root, 'responseCode')[0], 'code'))
  if (code === undefined || !Number.isInteger(sequence)) return null
  const lines = all(root, 'component').map(line)
  if (lines.includes(null)) return null
  return {
    kind: '02',
    sequence: sequence < 1 ? null : sequence,
    code,
    detail: shortDetail(all(root, 'responseDetail')[0]),
    lines: lines.filter(one => one !== null),
  }
}

function line(component: Element): Acknowledgement['lines'][number] | null {
  const id = parseUuid((said(all(component, 'id')[0], 'root') ?? '').toLowerCase())
  const code = recordCodes.find(one => one === said(all(component, 'recordResponseCode')[0], 'code'))
  if (id === null || code === undefined) return null
  return { id, code, detail: shortDetail(all(component, 'recordResponseDetail')[0]) }
}

const LONGEST_DETAIL = 300
const shortDetail = (element: Element | undefined): string | null =>
  said(element, 'code')?.slice(0, LONGEST_DETAIL) ?? null

function accessNotice(root: Element): AccessNotice | null {
  const notice = said(all(root, 'id')[0], 'root')
  if (notice === null) return null
  const openings = all(root, 'accessEvent').map(opening)
  if (openings.includes(null)) return null
  return { kind: '05', notice: notice.slice(0, 100), openings: openings.filter(one => one !== null) }
}

function opening(event: Element): AccessNotice['openings'][number] | null {
  const [nhsNumber] = nhsNumbers(event)
  const openedAt = readTime(said(all(event, 'effectiveTime')[0], 'value') ?? '')
  if (nhsNumber === undefined || openedAt === null) return null
  const short = (name: string) => said(all(event, name)[0], 'displayName')?.slice(0, 200) ?? null
  return {
    nhsNumber,
    openedAt,
    by: short('assignedPerson'),
    role: short('role'),
    organisation: short('organisation'),
  }
}

const nhsNumbers = (within: Element): readonly string[] =>
  all(within, 'id').flatMap(({ attributes }) =>
    attributes['root'] === oids.nhsNumber && attributes['extension']
      ? [attributes['extension'].replaceAll(/\D/g, '')]
      : [],
  )

/** yyyymmddhhmmss+ZZzz; null for anything else, since an hour without its offset may be another hour. */
function readTime(text: string): Temporal.Instant | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)$/.exec(text)
  if (parts === null) return null
  const [, year, month, day, hour, minute, second, zoneHours, zoneMinutes] = parts
  try {
    return Temporal.Instant.from(
      `${year}-${month}-${day}T${hour}:${minute}:${second}${zoneHours}:${zoneMinutes}`,
    )
  } catch {
    return null // no such day or hour
  }
}
