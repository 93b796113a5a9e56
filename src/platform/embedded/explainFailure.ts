import { KithError } from '#platform/errors'

/** Why the server ended while starting: a reason to try again, or an error to show. */
export type StartFailure = 'another-started' | 'still-ending' | KithError

/** Reads the server's last words (its log since the start) and says what to do. */
export function explainFailure(words: string, cluster: string, logFile: string): StartFailure {
  if (/lock file "postmaster\.pid" already exists/.test(words)) return 'another-started'
  // The processes of a killed server take a moment to notice and end.
  if (/pre-existing shared memory block|is still in use|Address already in use/.test(words))
    return 'still-ending'
  if (/could not look up effective user ID/.test(words)) return nameless()
  if (/No space left on device/.test(words)) return diskFull(cluster)
  if (/Permission denied|wrong ownership|invalid permissions/.test(words))
    return notPermitted(cluster, lastLine(words))
  if (/incompatible with server/.test(words))
    return new KithError('KITH_DATABASE_VERSION', { sentence: lastLine(words) })
  if (/error while loading shared libraries|GLIBC|not found \(required by/.test(words))
    return cannotRun(lastLine(words))
  return new KithError('KITH_DATABASE_FAILED', {
    sentence: `The embedded PostgreSQL did not start: ${lastLine(words)} Its log is ${logFile}.`,
  })
}

/** Turns an error of the file system or of starting a program into one that says what to do; any other comes back as it is. */
export function explainError(error: unknown, folder: string): unknown {
  if (error instanceof KithError) return error
  const { code, message, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, error)
  if (syscall?.startsWith('spawn')) return cannotRun(message, error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return notPermitted(folder, message, error)
  return error
}

function diskFull(folder: string, cause?: unknown): KithError {
  return new KithError('KITH_DISK_FULL', {
    cause,
    sentence: `The disk under ${folder} is full. Free some space and start again; nothing that was saved is lost.`,
  })
}

function notPermitted(folder: string, reason: string, cause?: unknown): KithError {
  return new KithError('KITH_DATABASE_PERMISSION', {
    cause,
    sentence: `The database folder ${folder} cannot be used: ${reason} Run Kith as the user that owns it, or correct the owner with "chown -R", or set KITH_DATA elsewhere.`,
  })
}

/** Containers often run under a number that no name belongs to. */
function nameless(): KithError {
  return new KithError('KITH_DATABASE_PERMISSION', {
    sentence: `PostgreSQL needs its user to have a name, and ${process.getuid?.() ?? 'this user'} is not in /etc/passwd. Run Kith as a named user or as root, or set DATABASE_URL and DATABASE_OWNER_URL.`,
  })
}

function cannotRun(reason: string, cause?: unknown): KithError {
  return new KithError('KITH_DATABASE_FAILED', {
    cause,
    sentence: `The embedded PostgreSQL does not run on this system: ${reason} It needs glibc (Debian, Ubuntu, Red Hat; not Alpine). Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18 instead.`,
  })
}

/** The most telling line: the last FATAL, PANIC or error, else the last one; with a full stop. */
function lastLine(words: string): string {
  const lines = words.split('\n').filter(line => line.trim() !== '')
  const line =
    lines.findLast(candidate => /FATAL|PANIC|error/i.test(candidate)) ?? lines.at(-1) ?? 'it gave no reason'
  return `${line
    .replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '')
    .trim()
    .replace(/\.$/, '')}.`
}
