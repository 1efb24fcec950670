/** Where in the office's folder something stands: the file (and sheet), the row as Excel counts it, the column's heading. */
export type Place = { file: string; row?: number; column?: string }
/** What is wrong, in words for the office. */
export type Fault = Place & { says: string }

/** Faults are listed up to here, and counted beyond. */
const FAULTS_LISTED = 200

/** Collects what is wrong, all of it before anything is said. */
export function faultList() {
  const listed: Fault[] = []
  let count = 0
  return {
    add: ({ file, row, column }: Place, says: string) => {
      count += 1
      if (listed.length < FAULTS_LISTED) listed.push({ file, row, column, says })
    },
    listed: (): readonly Fault[] => listed,
    count: () => count,
  }
}
export type Faults = ReturnType<typeof faultList>
