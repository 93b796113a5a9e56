export * from './clockBadge.ts'
export * from './denseTable.ts'
export * from './draftStatus.ts'
export * from './knownAtBanner.ts'
