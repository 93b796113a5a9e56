import { join } from 'node:path'
import {
  baseBackup,
  copyFiles,
  exportOpen,
  type OpenManifest,
  readManifest,
  refuseFiles,
  restoreOpen,
} from '#platform/backup'
import {
  type CommandContext,
  type CommandDeclaration,
  type CommandResult,
  writesRecord,
} from '#platform/command-line'
import { awaitSettled, install } from '#platform/db'
import { placeCluster, startEmbedded } from '#platform/embedded'
import { KithError } from '#platform/errors'
import { fileStoreOf, filesFolder } from '../installation/authorityFiles.ts'
import { openPlace, preparePlace } from '../installation/openAuthority.ts'
import { exportFiles, importFiles } from '../installation/openFiles.ts'
import { authorityOption, withAuthority, withPlace, withPlaces } from '../installation/withAuthority.ts'

const folderArgument = {
  name: '<folder>',
  doc: 'a new folder for the backup; keep it away from this machine',
}

/** Copies everything out: the embedded cluster as it is, or one authority's record as CSV. */
export const backup: CommandDeclaration = {
  name: 'backup',
  summary: 'copy the database out, while it runs',
  description:
    'Without --open: a base backup of the embedded server with its log (a PostgreSQL of your own has its own: pg_basebackup). With --open: one authority\u2019s whole record as CSV, readable by any program, its files beside it in the clear. Keys are never in it: copy the keys folder to another place. With --open and --known-at: the record as it stood then, in the same files; what keeps no past (access, drafts, search) is left empty, and it is to be read, not restored.',
  arguments: [folderArgument],
  options: [{ flags: '--open', doc: 'write one authority\u2019s record as CSV files' }, authorityOption],
  past: 'answers',
  run: context => {
    const folder = context.arguments[0] ?? ''
    return context.options['open'] === true ? backUpOpen(context, folder) : backUpBase(context, folder)
  },
}

async function backUpBase(context: CommandContext, folder: string): Promise<CommandResult> {
  if (context.knownAt !== null)
    throw new KithError('KITH_USAGE', {
      sentence:
        'A base backup copies the server as it is now. Add --open for the record as it stood, or leave --known-at out.',
    })
  return withPlaces(context, async ({ clusterFolder }) => {
    if (clusterFolder === null)
      throw new KithError('KITH_USAGE', {
        sentence:
          'DATABASE_URL names a server of your own: take its base backup with pg_basebackup, or add --open for an export.',
      })
    const config = context.config()
    const server = await startEmbedded({
      dataFolder: config.dataFolder,
      keysFolder: config.keysFolder,
      log: context.log,
    })
    const { databases } = await baseBackup(server.superuserUrl('postgres'), clusterFolder, folder)
    // After the database: a file is there before its row, so every row in the copy finds its file.
    const files = await copyFiles(filesFolder(config), join(folder, 'files'))
    return {
      text: `Backed up ${databases.join(', ')} and ${files} files to ${folder}. Keep the keys folder elsewhere: without it no file opens.`,
      json: { folder, databases, files },
    }
  })
}

function backUpOpen(context: CommandContext, folder: string): Promise<CommandResult> {
  return withAuthority(context, async ({ place, installation, database }) => {
    const door = { suffix: place.database, contextKey: place.contextKey }
    const { knownAt } = context
    if (knownAt !== null) await awaitSettled(database, knownAt)
    const manifest = await exportOpen(place.serveUrl, door, installation, folder, {
      knownAt,
      onStep: context.progress.step,
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const store = fileStoreOf(context.config(), place, installation)
    const files = await exportFiles(database, store, folder, knownAt)
    return {
      text: `Exported ${rows} rows of ${manifest.tables.length} tables and ${files} files to ${folder}.`,
      json: { folder, tables: manifest.tables.length, rows, files },
    }
  })
}

/** Puts a backup back into an empty place, and says how to check it. */
export const restore: CommandDeclaration = {
  name: 'restore',
  summary: 'put a backup back: a base backup into an empty KITH_DATA, an export into an empty database',
  arguments: [{ name: '<folder>', doc: 'the folder that "kith backup" wrote' }],
  options: [authorityOption],
  past: writesRecord('restore'),
  run: async context => {
    const folder = context.arguments[0] ?? ''
    const manifest = readManifest(folder)
    if (manifest.kind === 'open') return loadExport(context, manifest, folder)
    const config = context.config()
    await refuseFiles(filesFolder(config))
    placeCluster(config.dataFolder, join(folder, 'cluster'), context.log)
    const files = await copyFiles(join(folder, 'files'), filesFolder(config))
    return {
      text: `The cluster is in place, as of ${manifest.takenAt}. Put the keys folder back, then "kith verify audit", "kith verify files" and "kith start".`,
      json: { kind: manifest.kind, takenAt: manifest.takenAt, databases: manifest.databases, files },
    }
  },
}

function loadExport(context: CommandContext, manifest: OpenManifest, folder: string): Promise<CommandResult> {
  return withPlace(context, async place => {
    if ((await preparePlace(place)) !== null)
      throw new KithError('KITH_USAGE', {
        sentence: `The database ${place.database} holds an authority already. Restore into an empty one.`,
      })
    await restoreOpen(place.ownerUrl, manifest, folder, context.progress.step)
    const { code, name, madeByDemo } = manifest.authority
    await install(place.ownerUrl, { authorityCode: code, authorityName: name, madeByDemo }, place.contextKey)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const installation = { authorityCode: code, authorityName: name, madeByDemo }
    const database = openPlace(place, 2)
    const files = await importFiles(
      database,
      fileStoreOf(context.config(), place, installation),
      folder,
    ).finally(() => database.close())
    return {
      text: `Restored ${rows} rows and ${files} files of ${name}, as of ${manifest.takenAt}. Check it with "kith verify audit", "kith verify clocks" and "kith verify access".`,
      json: { kind: manifest.kind, takenAt: manifest.takenAt, rows },
    }
  })
}
