/** What a person reads where a request that is not queued got no answer. */
export const NO_ANSWER = '没有网络,这一步没有成。连上网再点一次。'
