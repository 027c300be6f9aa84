using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Files;

/// <summary>Lists of models as a file keeps them. What is read is judged anew: ids and labels came from vendors.</summary>
internal static class ListingJson
{
    private const int Version = 1;

    /// <summary>The oldest lists that do not fit are forgotten.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lists in a file, newest first.</summary>
    /// <param name="bytes">Its content.</param>
    /// <param name="isNewer">A later version of this program wrote it.</param>
    /// <returns>The lists; null where it holds none that can be read.</returns>
    public static IReadOnlyList<ModelListing>? TryParse(ReadOnlyMemory<byte> bytes, out bool isNewer)
    {
        isNewer = false;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            isNewer = document.RootElement.Number("version") > Version;
            return !isNewer && document.RootElement.Find("listings", JsonValueKind.Array) is { } listings
                ? [.. listings.EnumerateArray().Select(Read).OfType<ModelListing>().OrderByDescending(listing => listing.At)]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The file's content.</summary>
    /// <param name="listings">The lists, newest first.</param>
    public static byte[] ToBytes(IReadOnlyList<ModelListing> listings)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("listings");
            foreach (var listing in listings.TakeWhile(_ => json.BytesCommitted + json.BytesPending < MostBytes)) Write(json, listing);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ModelListing listing)
    {
        json.WriteStartObject();
        json.WriteString("profile", listing.Key.Profile.ToString());
        json.WriteString("payer", listing.Key.Payer.Text);
        json.WriteString("revision", listing.Key.Revision);
        json.WriteNumber("at", listing.At.ToUnixTimeMilliseconds());
        json.WriteBoolean("complete", listing.IsComplete);
        json.WriteStartArray("models");
        foreach (var model in listing.Models)
        {
            json.WriteStartObject();
            json.WriteString("id", model.Id);
            if (model.Label is { } label) json.WriteString("label", label);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ModelListing? Read(JsonElement listing)
    {
        if (!ProfileId.TryParse(listing.Text("profile"), out var profile) || listing.Text("payer") is not { } payer
            || listing.Moment("at") is not { } at || listing.Find("models", JsonValueKind.Array) is not { } stored) return null;
        var models = new OfferedModels();
        foreach (var model in stored.EnumerateArray())
        {
            if (!models.Add(model.Text("id"), model.Text("label"))) break;
        }
        var isComplete = models.IsComplete && listing.Find("complete", JsonValueKind.True) is not null;
        return new ModelListing(new ListingKey(profile, new Payer(payer), listing.Text("revision") ?? ""), at, models.All, isComplete);
    }
}
