namespace ChatAuth.Core.Errors;

/// <summary>We or the machine are broken: a damaged file, a database that does not answer. What people get wrong is returned instead.</summary>
public sealed class ChatAuthException : Exception
{
    /// <summary>Something is broken.</summary>
    /// <param name="code">What.</param>
    /// <param name="detail">Where exactly: a path, a mode. For the terminal and the log, never for a chat; it holds nothing of a secret.</param>
    /// <param name="inner">The cause.</param>
    public ChatAuthException(ErrorCode code, string? detail = null, Exception? inner = null)
        : base(detail is null ? code.Message : $"{code.Message} ({detail})", inner)
    {
        Code = code;
        Detail = detail;
    }

    /// <summary>What is broken.</summary>
    public ErrorCode Code { get; }

    /// <summary>Where exactly; null when the code says all.</summary>
    public string? Detail { get; }
}
