import { hl7Time, oids } from './uploadFile.ts'

/** What the NHS would send, for demonstrations and tests: the shapes that `readNhsMessage` reads. */
const root = (name: string, inner: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="urn:hl7-org:v3">${inner}</${name}>\n`,
    'utf8',
  )

type Line = { readonly id: string; readonly code: string; readonly detail?: string }

export const acknowledgementText = (sequence: number, code: string, lines: readonly Line[] = []): Buffer =>
  root(
    'REPC_MT000003GB01',
    `<sequenceNumber root="${oids.sequence}" extension="${sequence}"/><responseCode code="${code}"/>${lines
      .map(
        ({ id, code: answer, detail }) =>
          `<component><id root="${id.toUpperCase()}"/><recordResponseCode code="${answer}"/>${
            detail === undefined ? '' : `<recordResponseDetail code="${detail}"/>`
          }</component>`,
      )
      .join('')}`,
  )

type Opening = { readonly nhsNumber: string; readonly at: Temporal.Instant }

export const accessText = (notice: string, openings: readonly Opening[]): Buffer =>
  root(
    'REPC_MT000004GB01',
    `<id root="${notice}"/>${openings
      .map(
        ({ nhsNumber, at }) =>
          `<accessEvent><id root="${oids.nhsNumber}" extension="${nhsNumber}"/><effectiveTime value="${hl7Time(at)}"/><assignedPerson displayName="Nurse Madeup"/><role displayName="Emergency nurse"/><organisation displayName="Invented General Hospital"/></accessEvent>`,
      )
      .join('')}`,
  )

export const inactiveText = (...numbers: readonly string[]): Buffer =>
  root(
    'REPC_MT000005GB01',
    numbers.map(number => `<subject><id root="${oids.nhsNumber}" extension="${number}"/></subject>`).join(''),
  )
