namespace ChatAuth.Channels.Sending;

/// <summary>What stands for an answer that did not come.</summary>
internal static class NoAnswer
{
    /// <summary>Why, in a word of ours: an exception's message may hold anything.</summary>
    public static string ReasonOf(Exception failed) => failed switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
        OperationCanceledException => "timeout",
        _ => failed.GetType().Name,
    };
}
