/** One coded error: what the web answers, how the command line ends, and what may be shown to anyone. */
export interface CodedError {
  /** HTTP status. */
  readonly status: number
  /** Exit code of the command line: 1 failed, 2 wrong use, 3 database out of reach, 4 wrong settings. */
  readonly exit: 1 | 2 | 3 | 4
  /** A sentence safe to show to anyone: no names, no values, and what to do next. */
  readonly message: string
}

/** The catalogue of coded errors. A code is never renamed: operators search their logs and our documents for it. */
export const ERRORS = {
  KITH_CONFIG_WRONG: {
    status: 500,
    exit: 4,
    message: 'A setting is missing or wrong. Correct it and start again; "kith config" prints every setting.',
  },
  KITH_USAGE: { status: 400, exit: 2, message: 'The command was not understood. Add --help to see its use.' },
  KITH_BAD_REQUEST: {
    status: 400,
    exit: 1,
    message: 'The request could not be read. Go back, check what you entered and try again.',
  },
  KITH_SIGN_IN_NEEDED: { status: 401, exit: 1, message: 'You are signed out. Sign in to carry on.' },
  KITH_NOT_ALLOWED: {
    status: 403,
    exit: 1,
    message: 'Your role does not include this. Ask your manager if you need it for your work.',
  },
  KITH_NOT_FOUND: {
    status: 404,
    exit: 1,
    message: 'There is nothing here, or it is not yours to see. Check the address or search again.',
  },
  KITH_CONFLICT: {
    status: 409,
    exit: 1,
    message: 'Someone changed this while you were working. Look at their change, then save yours again.',
  },
  KITH_TOO_LARGE: {
    status: 413,
    exit: 1,
    message:
      'The file is larger than this service accepts. Send a smaller one, or ask for the limit to be raised.',
  },
  KITH_TOO_MANY_REQUESTS: {
    status: 429,
    exit: 1,
    message: 'There were too many requests in a short time. Wait a minute and try again.',
  },
  KITH_UNEXPECTED: {
    status: 500,
    exit: 1,
    message:
      'Something went wrong on our side. Try again; if it happens twice, report the code and the time.',
  },
  KITH_PRINT_BUSY: {
    status: 503,
    exit: 1,
    message: 'Many prints are being made at this moment. Wait a minute and try again.',
  },
  KITH_PRINT_FAILED: {
    status: 503,
    exit: 1,
    message:
      'The print was not done in time. Try again; if it happens twice, print a shorter time or report the code.',
  },
  KITH_DATABASE_UNREACHABLE: {
    status: 503,
    exit: 3,
    message:
      'The database cannot be reached. Check that it runs and that DATABASE_URL is right, then try again.',
  },
  KITH_DATABASE_MISSING: {
    status: 503,
    exit: 3,
    message: 'There is no database to use. Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18.',
  },
  KITH_DATABASE_FAILED: {
    status: 503,
    exit: 3,
    message: 'The embedded database did not start. Read the sentence beside this code and its log file.',
  },
  KITH_DATABASE_VERSION: {
    status: 503,
    exit: 3,
    message:
      'The database folder was written by another major version of PostgreSQL. Move it by export and restore.',
  },
  KITH_DATABASE_PERMISSION: {
    status: 503,
    exit: 3,
    message: 'The database folder cannot be used by this user. Correct its owner or set KITH_DATA elsewhere.',
  },
  KITH_DATABASE_ROLES: {
    status: 503,
    exit: 3,
    message:
      'The database roles are missing and this login may not make them. Have an administrator run the output of "kith migrate --roles".',
  },
  KITH_DISK_FULL: {
    status: 507,
    exit: 3,
    message: 'The disk is full. Free some space, then start again; nothing that was saved is lost.',
  },
} as const satisfies Record<`KITH_${string}`, CodedError>

/** Every code in the catalogue. */
export type ErrorCode = keyof typeof ERRORS
