/** Whether this build serves one machine, where one signs in by picking a person of the made-up town. */
declare const DEMO: boolean
