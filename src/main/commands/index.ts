import type { CommandDeclaration } from '#platform/command-line'
import { backup, restore } from './backup.ts'
import { bench } from './bench.ts'
import { config } from './config.ts'
import { demo } from './demo.ts'
import { importCommand } from './import.ts'
import { init } from './init.ts'
import { migrateCommand } from './migrate.ts'
import { portal } from './portal.ts'
import { start } from './start.ts'
import { verify } from './verify.ts'
import { web, worker } from './web.ts'

/** Every command of the command line. */
export const COMMANDS: readonly CommandDeclaration[] = [
  init,
  start,
  web,
  worker,
  portal,
  migrateCommand,
  demo,
  importCommand,
  verify,
  backup,
  restore,
  bench,
  config,
]
