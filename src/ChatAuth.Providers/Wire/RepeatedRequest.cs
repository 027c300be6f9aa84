using System.Text;
using System.Text.Json;

namespace ChatAuth.Providers.Wire;

/// <summary>Finds in what a vendor wrote what the request had said: an error that quotes a message must not bring it into a log.</summary>
internal static class RepeatedRequest
{
    /// <summary>So many letters and digits in the request's order are a quotation; fewer are a word that both sides use.</summary>
    private const int Part = 8;

    /// <summary>Takes out the quotations, with all of the words that they stand in.</summary>
    /// <param name="text">What came back.</param>
    /// <param name="sent">The body that was sent. Of JSON the texts count, without the model's name; of anything else, all.</param>
    /// <param name="cut">Stands where something was taken out.</param>
    public static string CutFrom(string text, ReadOnlyMemory<byte> sent, string cut)
    {
        var places = new List<int>();
        var read = RepeatedSecret.Letters(text, places, char.IsLetterOrDigit);
        if (read.Length < Part) return text;
        var parts = PartsOf(read);
        var known = parts.GetAlternateLookup<ReadOnlySpan<char>>();
        var said = RepeatedSecret.Letters(TextsOf(sent), [], char.IsLetterOrDigit);
        var repeated = new HashSet<string>();
        for (var at = 0; at + Part <= said.Length; at++)
        {
            if (known.TryGetValue(said.AsSpan(at, Part), out var part)) repeated.Add(part);
        }
        var isCut = new bool[text.Length];
        for (var at = 0; at + Part <= read.Length; at++)
        {
            if (repeated.Contains(read.Substring(at, Part))) isCut.AsSpan(places[at]..(places[at + Part - 1] + 1)).Fill(true);
        }
        return repeated.Count == 0 ? text : RepeatedSecret.Without(text, isCut, cut);
    }

    private static HashSet<string> PartsOf(string read)
    {
        var parts = new HashSet<string>();
        for (var at = 0; at + Part <= read.Length; at++) parts.Add(read.Substring(at, Part));
        return parts;
    }

    private static string TextsOf(ReadOnlyMemory<byte> sent)
    {
        try
        {
            using var document = JsonDocument.Parse(sent);
            var texts = new StringBuilder();
            Collect(document.RootElement, texts, isRoot: true);
            return texts.ToString();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return Encoding.UTF8.GetString(sent.Span);
        }
    }

    private static void Collect(JsonElement element, StringBuilder texts, bool isRoot)
    {
        if (element.ValueKind is JsonValueKind.String) texts.Append(element.GetString()).Append('\n');
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, texts, isRoot: false);
        }
        if (element.ValueKind is not JsonValueKind.Object) return;
        foreach (var property in element.EnumerateObject())
        {
            if (!isRoot || property.Name is not "model") Collect(property.Value, texts, isRoot: false);
        }
    }
}
