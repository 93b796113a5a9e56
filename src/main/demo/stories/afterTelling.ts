import { remindOfReviews } from '#modules/access'
import { type Database, serviceActor } from '#platform/db'
import type { FileStore } from '#platform/files'
import { asStoryteller } from '../chronicle/asStoryteller.ts'
import type { County } from '../county/county.ts'
import { joinTwice, keepApart } from './joinTwice.ts'
import { makeWall } from './makeWalls.ts'
import { restrict } from './restrict.ts'
import type { Told } from './story.ts'
import { writeCourt } from './writeCourt.ts'
import { writeConflict, writeOpening } from './writeOpenings.ts'
import { writeHeldLetter, writePaper } from './writePapers.ts'
import { writePortal } from './writePortal.ts'
import { writeSharing } from './writeSharing.ts'

/** Everything of one kind that the stories left. */
const all = <Kind extends keyof Told>(told: readonly Told[], kind: Kind) =>
  told.flatMap(story => {
    const left = story[kind]
    return left === undefined ? [] : [left]
  })

/** Openings and conflicts of the past, once the people are written and before access is brought in line. */
export async function writeWhoOpened(database: Database, told: readonly Told[]): Promise<void> {
  await asStoryteller(database, async work => {
    for (const opened of all(told, 'openings').flat()) await writeOpening(work, opened)
    for (const known of all(told, 'conflicts').flat()) await writeConflict(work, known)
  })
}

/** Documents and letters: a document's file stands in the store before its row. */
export async function writePapers(
  { database, files, authority }: { database: Database; files: FileStore; authority: { name: string } },
  told: readonly Told[],
): Promise<void> {
  await asStoryteller(database, async work => {
    for (const paper of all(told, 'papers').flat()) await writePaper(work, files, paper)
    for (const letter of all(told, 'letters').flat()) await writeHeldLetter(work, authority.name, letter)
  })
}

/** What people do by the service's own commands, or as they would read the record: once access is in line. */
export async function actOnStories(database: Database, county: County, told: readonly Told[]): Promise<void> {
  await restrict(database, county, all(told, 'restricted'))
  await joinTwice(database, county, all(told, 'twice'))
  await keepApart(database, county, all(told, 'apart'))
  for (const wall of all(told, 'walls').flat()) await makeWall(database, wall)
  for (const story of all(told, 'court')) await writeCourt(database, story)
  for (const story of all(told, 'sharing')) {
    await writeSharing(database, story)
    await writePortal(database, story)
  }
  await database.as(serviceActor('clockkeeper'), 'demo', remindOfReviews) // as each morning
}
