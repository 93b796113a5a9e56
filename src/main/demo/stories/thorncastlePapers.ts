import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Teller } from '../teller.ts'
import { plainPdf } from '../words/plainPdf.ts'
import type { Paper } from './papers.ts'
import { ago } from './stage.ts'

/** A letter from the school about two of them, and what their mother wrote about the dentist. */
export function thorncastlePapers(
  teller: Teller,
  madeBy: Uuid,
  [maisie, alfie]: readonly [Uuid, Uuid],
): readonly Paper[] {
  const { dice } = teller
  const about = (personId: Uuid) => ({ rowId: dice.id(), personId })
  return [
    {
      id: dice.id(),
      about: [about(maisie), about(alfie)],
      at: at(ago(teller, 12), '11:20'),
      madeBy,
      kind: 'school',
      title: 'Attendance and mornings',
      receivedFrom: 'School office',
      source: 'school',
      partId: dice.id(),
      fileName: 'attendance.pdf',
      mediaType: 'application/pdf',
      bytes: plainPdf([
        "To Northmarsh children's services",
        '',
        'Attendance and mornings, this half term',
        '',
        'Maisie: present on 27 of 30 days, late twice.',
        'Alfie: present on 26 of 30 days, late three times. His cough has gone.',
        'Both have breakfast with us on Mondays and Fridays.',
        '',
        'School office',
      ]),
    },
    {
      id: dice.id(),
      about: [about(alfie)],
      at: at(ago(teller, 6), '17:05'),
      madeBy,
      kind: 'other',
      title: 'Message about the dentist',
      receivedFrom: 'Mother',
      source: 'family',
      partId: dice.id(),
      fileName: 'message.txt',
      mediaType: 'text/plain',
      bytes: Buffer.from(
        'The dentist sent a form for Alfie and I do not know what to put.\nCan we do it when you come? Donna\n',
      ),
    },
  ]
}
