/** Whether this build serves one machine, where one signs in by picking a person of the made-up town. */
declare const DEMO: boolean
/** Where the server is; empty where it is this page's own origin. */
declare const API_URL: string
