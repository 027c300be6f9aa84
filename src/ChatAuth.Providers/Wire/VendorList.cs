using System.Text.Json;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Providers.Wire;

/// <summary>Fetches a vendor's list of models over the wire that messages take: one credential, one origin, no redirect. It is read as data, and no further than its bounds.</summary>
internal static class VendorList
{
    private const int MostPages = 20;
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Reads the list from its first page on.</summary>
    /// <param name="socket">The way to vendors.</param>
    /// <param name="open">To whom, and with what: a call for one page, with a permit of its own.</param>
    /// <param name="first">Where it begins.</param>
    /// <param name="label">The field of a model that names it for people.</param>
    /// <param name="next">Where a page says that the list goes on; null where it ends.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="VendorException">The vendor refused, or its answer is not of the form that its API promises.</exception>
    public static async Task<OfferedModels> FetchAsync(
        VendorSocket socket, Func<PinnedCall> open, Uri first, string label, Func<JsonElement, Uri?> next, CancellationToken cancellationToken)
    {
        var (models, left) = (new OfferedModels(), MostBytes);
        Uri? page = first;
        for (var pages = 0; page is not null && !models.IsCut; pages++)
        {
            if (pages == MostPages)
            {
                models.IsCut = true;
                break;
            }
            socket.Call = open();
            var body = await FetchAsync(socket.Client, page, left, cancellationToken).ConfigureAwait(false);
            left -= body.Length;
            var following = Read(body, label, models, next);
            page = following == page ? null : following;
        }
        return models;
    }

    /// <summary>A text of an object; null where there is none that can be read.</summary>
    public static string? Text(JsonElement entry, string name)
    {
        try
        {
            return entry.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.String ? field.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // It is no Unicode.
            return null;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> FetchAsync(HttpClient http, Uri page, int most, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var (body, part) = (new MemoryStream(), new byte[16 * 1024]);
        for (int length; (length = await stream.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + length > most) throw Unusable();
            body.Write(part, 0, length);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static Uri? Read(ReadOnlyMemory<byte> body, string label, OfferedModels models, Func<JsonElement, Uri?> next)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("data", out var data) || data.ValueKind is not JsonValueKind.Array) throw Unusable();
            foreach (var entry in data.EnumerateArray())
            {
                var isModel = entry.ValueKind is JsonValueKind.Object;
                if (!models.Add(isModel ? Text(entry, "id") : null, isModel ? Text(entry, label) : null)) return null;
            }
            return next(root);
        }
        catch (JsonException)
        {
            throw Unusable();
        }
    }

    private static VendorException Unusable() => new(ErrorCode.VendorAnswerUnusable, null);
}
