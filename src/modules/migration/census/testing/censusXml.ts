/** Elements by name; an array repeats its element, undefined leaves it out. */
export interface XmlNode {
  readonly [name: string]: XmlValue
}
export type XmlValue = string | XmlNode | readonly (string | XmlNode)[] | undefined

/** Writes elements in the order given. */
export function xml(node: XmlNode): string {
  return Object.entries(node)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map(one => element(name, one)))
    .join('\n')
}

function element(name: string, value: string | XmlNode | undefined): string {
  if (value === undefined) return ''
  return `<${name}>${typeof value === 'string' ? value : xml(value)}</${name}>`
}

/** A referral that went further on 2 June 2025, still open; with changes. */
export const episode = (changes: XmlNode = {}): XmlNode => ({
  CINreferralDate: '2025-06-02',
  ReferralSource: '1A',
  PrimaryNeedCode: 'N1',
  ReferralNFA: '0',
  ...changes,
})

/** A child who breaks no rule of the census of 2025-26, with changes to its identifiers. */
export const child = (identifiers: XmlNode = {}, others: XmlNode = {}): XmlNode => ({
  ChildIdentifiers: {
    LAchildID: 'KITH1',
    UPN: 'H801200001001',
    PersonBirthDate: '2015-06-01',
    Sex: 'F',
    ...identifiers,
  },
  ChildCharacteristics: { Ethnicity: 'WBRI', Disabilities: { Disability: 'NONE' } },
  CINdetails: episode(),
  ...others,
})

/** A child with other episodes. */
export const withEpisodes = (...episodes: readonly XmlNode[]): XmlNode => child({}, { CINdetails: episodes })

/** A whole file of the census of 2025-26, or of the header given. */
export function census(children: readonly (XmlNode | string)[], header: XmlNode | '' = header2026): string {
  const body = children
    .map(one => `<Child>\n${typeof one === 'string' ? one : xml(one)}\n</Child>`)
    .join('\n')
  return `<Message>\n${header === '' ? '' : xml({ Header: header })}\n<Children>\n${body}\n</Children>\n</Message>`
}

const header2026: XmlNode = {
  CollectionDetails: { Collection: 'CIN', Year: '2026', ReferenceDate: '2026-03-31' },
  Source: { SourceLevel: 'L', LEA: '999', SoftwareCode: 'Kith', DateTime: '2026-05-01T09:00:00' },
}
