using System.Text.Encodings.Web;
using System.Text.Json;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Files;

/// <summary>Changes the explicit order of one provider in an <c>auth-profiles.json</c>. All else passes through token by token, unread.</summary>
internal static class OrderEdit
{
    /// <summary>The whole text with that order, under the provider's canonical name and no other spelling of it.</summary>
    /// <param name="document">The document as it is.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="order">The order; empty removes it, and an <c>order</c> object with nothing left in it.</param>
    public static ReadOnlyMemory<byte> Apply(StoreDocument document, ProviderId provider, IReadOnlyList<ProfileId> order)
    {
        var layout = new JsonLayout();
        var reader = new Utf8JsonReader(document.Bytes.Span);
        var anyLeft = order.Count > 0 || HasOthers(document.Root, provider);
        reader.Read();
        layout.Open("{"u8);
        var found = false;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isOrder = reader.ValueTextEquals("order"u8);
            found |= isOrder;
            if (isOrder && !anyLeft) reader.Skip();
            else if (isOrder) CopyOrders(ref reader, layout, provider, order);
            else CopyProperty(ref reader, layout);
        }
        if (!found && anyLeft) WriteOrders(layout, provider, order);
        layout.Close("}"u8);
        layout.End();
        return layout.Written;
    }

    private static bool HasOthers(JsonElement root, ProviderId provider) =>
        root.Find("order", JsonValueKind.Object) is { } orders && orders.EnumerateObject().Any(entry => !Means(entry.Name, provider));

    private static bool Means(string? key, ProviderId provider) => ProviderId.TryParse(key, out var named) && named == provider;

    private static void CopyProperty(ref Utf8JsonReader reader, JsonLayout layout)
    {
        layout.Name(reader.ValueSpan);
        reader.Read();
        layout.Copy(ref reader);
    }

    /// <summary>The new order takes the place of the first key that means the provider; without one it comes last.</summary>
    private static void CopyOrders(ref Utf8JsonReader reader, JsonLayout layout, ProviderId provider, IReadOnlyList<ProfileId> order)
    {
        reader.Read();
        layout.Name("order"u8);
        layout.Open("{"u8);
        var isWritten = order.Count == 0;
        while (reader.TokenType is not JsonTokenType.Null && reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (!Means(reader.GetString(), provider))
            {
                CopyProperty(ref reader, layout);
                continue;
            }
            if (!isWritten) WriteOrder(layout, provider, order);
            isWritten = true;
            reader.Skip();
        }
        if (!isWritten) WriteOrder(layout, provider, order);
        layout.Close("}"u8);
    }

    private static void WriteOrders(JsonLayout layout, ProviderId provider, IReadOnlyList<ProfileId> order)
    {
        layout.Name("order"u8);
        layout.Open("{"u8);
        WriteOrder(layout, provider, order);
        layout.Close("}"u8);
    }

    private static void WriteOrder(JsonLayout layout, ProviderId provider, IReadOnlyList<ProfileId> order)
    {
        layout.Name(Escape(provider.Name));
        layout.Open("["u8);
        foreach (var id in order) layout.Text(Escape(id.ToString()));
        layout.Close("]"u8);
    }

    private static ReadOnlySpan<byte> Escape(string text) =>
        JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
}
