namespace ChatAuth.Core.Credentials;

/// <summary>The page of one family, held alone. What a method wrote is durable when it returns.</summary>
public interface IRefreshPage : IDisposable
{
    /// <summary>What the page says now.</summary>
    RefreshRecord Record { get; }

    /// <summary>Writes that an exchange is about to be sent, the second where there was a first; the room for its answer is there from now on.</summary>
    /// <exception cref="Errors.ChatAuthException"><c>store-unwritable</c>: nothing may be sent.</exception>
    void Intend(RefreshIntent intent);

    /// <summary>Takes the last intent back, with its answer: nothing was sent, or what was sent was not served.</summary>
    void Withdraw();

    /// <summary>Writes the answer as it came.</summary>
    void Keep(RawTokenAnswer answer);

    /// <summary>Makes the page blank: the token was exchanged and is still good.</summary>
    void Clear();

    /// <summary>Ends the page for ever, and wipes the answer.</summary>
    void Close(RefreshEnd end);
}
