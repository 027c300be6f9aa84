namespace ChatAuth.Benchmarks;

/// <summary>A way to ask a model; each call answers with the length of the text that came back.</summary>
internal interface ICalls
{
    Task<int> AskAsync(string text);

    Task<int> StreamAsync(string text);
}
