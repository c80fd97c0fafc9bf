/** The only format in which VoIPbin records. Source: bin-call-manager/models/recording/recording.go:61-64 `Format`. */
export const recordedFormat = 'wav';
