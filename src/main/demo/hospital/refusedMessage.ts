import { keepHl7 } from '#modules/health'
import type { Database } from '#platform/db'
import type { Sealer } from '#platform/files'
import { hl7Text } from './hl7Text.ts'
import type { PastVisit } from './pastVisit.ts'

/** A hospital beyond the county's border that nobody has entered among those who may send. */
const NOBODY = 'RX9ZZ'

/** One visit told by a hospital whom nobody let in: refused, and kept for an administrator, since a child is behind it. */
export async function writeRefusedMessage(
  database: Database,
  sealer: Sealer,
  visit: PastVisit,
): Promise<void> {
  const told = { ...visit, number: `${visit.number}-X` }
  const at = visit.arrivedAt.add({ minutes: 3 })
  const text = hl7Text(NOBODY, told, { event: 'A04', controlId: told.number, at })
  const proof = { fingerprint: 'a certificate that nobody entered' }
  await keepHl7({ database, sealer }, [{ raw: Buffer.from(`${text}\r`), proof }], 'mllp')
}
